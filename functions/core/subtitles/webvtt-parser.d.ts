/** What is used of `webvtt-parser`, which has no types of its own. */
declare module 'webvtt-parser' {
  type TextNode = { type: 'text'; value: string };
  type TimestampNode = { type: 'timestamp'; value: number };
  type ObjectNode = { type: 'object'; name: string; children: CueNode[] };
  export type CueNode = TextNode | TimestampNode | ObjectNode;
  /** Times in seconds. */
  export type ParsedCue = { startTime: number; endTime: number; tree: { children: CueNode[] } };
  /** `line` and `col` count from 1. */
  export type ParserError = { message: string; line: number; col?: number };
  export class WebVTTParser {
    /** @param entities what each entity (`&amp;`) stands for */
    constructor(entities?: Record<string, string>);
    parse(input: string, mode: 'subtitles/captions/descriptions'): { cues: ParsedCue[]; errors: ParserError[] };
  }
  const parser: { WebVTTParser: typeof WebVTTParser };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, which Node imports as a default export.
  export default parser;
}
