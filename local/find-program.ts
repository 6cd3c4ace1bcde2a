import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * Looks for a program as a shell would.
 * @param searchPath folders, separated as in PATH
 * @returns its file, or undefined when it is not installed
 */
export function findProgram(name: string, searchPath = process.env.PATH ?? ''): string | undefined {
  for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
