/** Where people find what to do about an alarm; entries are headings of that file. */
export const RUNBOOK = 'docs/runbook.md';
