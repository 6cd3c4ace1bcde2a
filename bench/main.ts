/** `npm run bench -- <name> [--json] [--quick]`: runs one measurement and prints its figures. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, toTable } from './lib/report.ts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== basename(import.meta.filename))
  .map((file) => file.slice(0, -'.ts'.length));

/** @throws Error when the module is no bench */
async function load(name: string): Promise<Bench> {
  const module: Partial<Bench> = await import(join(import.meta.dirname, `${name}.ts`));
  if (typeof module.summary !== 'string' || typeof module.run !== 'function') {
    throw new Error(`bench/${name}.ts must export summary and run`);
  }
  return { summary: module.summary, run: module.run };
}

async function usage(): Promise<string> {
  const lines = await Promise.all(names.map(async (name) => `  ${name.padEnd(12)}${(await load(name)).summary}`));
  return ['Usage: npm run bench -- <name> [--json] [--quick: short runs, to see that it works]', '', ...lines].join(
    '\n',
  );
}

const print = (text: string) => process.stdout.write(`${text}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const [name] = positionals;
if (values.help) {
  print(await usage());
} else if (!name || !names.includes(name)) {
  process.stderr.write(`${name ? `There is no bench "${name}".\n\n` : ''}${await usage()}\n`);
  process.exitCode = 2;
} else {
  const bench = await load(name);
  // Standard output carries nothing but the figures, so that --json can be piped.
  const figures = await bench.run((line) => process.stderr.write(`${line}\n`), { quick: values.quick ?? false });
  const date = new Date().toISOString();
  print(values.json ? JSON.stringify({ bench: name, date, figures }) : `\n${bench.summary}\n\n${toTable(figures)}`);
}
