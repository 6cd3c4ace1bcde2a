/**
 * Makes sure of the programs that the local cloud needs and npm cannot bring: `redis-server` and Java 17 or later.
 * Takes what is there, installs by apt-get where it may, and says else what to install.
 *
 * `node scripts/ensure-services.ts` by itself does only that.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../local/find-program.ts';

/** DynamoDB Local needs it. */
const MIN_JAVA = 17;
/** The oldest of any release of Debian and Ubuntu that is still supported. */
const MIN_REDIS = 6;

type Tool = {
  name: string;
  /** Major version of what is installed; undefined when nothing usable is. */
  version: () => number | undefined;
  minVersion: number;
  /** Names of the Debian package, best first: which exist differs between releases. */
  packages: [string, ...string[]];
  brew: string;
};

const redis: Tool = {
  name: `Redis ${MIN_REDIS} (redis-server)`,
  version: () =>
    findProgram('redis-server') ? majorOf(outputOf('redis-server', ['--version']), /v=(\d+)/) : undefined,
  minVersion: MIN_REDIS,
  packages: ['redis-server'],
  brew: 'brew install redis',
};

const java: Tool = {
  name: `Java ${MIN_JAVA}`,
  version: javaVersion,
  minVersion: MIN_JAVA,
  packages: ['openjdk-21-jre-headless', 'openjdk-17-jre-headless', 'default-jre-headless'],
  brew: 'brew install --cask temurin',
};

export type EnsureOptions = {
  /** Told what is being installed. */
  report?: (line: string) => void;
};

/** Programs are missing and cannot be installed from here; the message says how to install them. */
export class MissingPrograms extends Error {
  override readonly name = 'MissingPrograms';
}

/** @throws MissingPrograms */
export async function ensureServices({ report = toStderr }: EnsureOptions = {}): Promise<void> {
  let missing = [redis, java].filter(isMissing);
  let aptError = '';
  if (missing.length > 0) {
    const apt = aptCommand();
    if (apt) {
      aptError = install(apt, missing, report);
      missing = missing.filter(isMissing);
    }
  }
  if (missing.length > 0) throw new MissingPrograms(instructions(missing, aptError));
}

const isMissing = (tool: Tool): boolean => (tool.version() ?? 0) < tool.minVersion;

const toStderr = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The release file of a Java tells its version at once; starting it takes a tenth of a second. */
function javaVersion(): number | undefined {
  const program = findProgram('java');
  if (!program) return undefined;
  try {
    const release = readFileSync(path.join(path.dirname(realpathSync(program)), '..', 'release'), 'utf8');
    return majorOf(release, /JAVA_VERSION="(?:1\.)?(\d+)/);
  } catch {
    return majorOf(outputOf('java', ['-version']), /version "(?:1\.)?(\d+)/);
  }
}

function majorOf(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function outputOf(program: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

type Apt = { program: string; prefix: string[] };

/** How apt-get can be run without asking anyone, if it can. */
function aptCommand(): Apt | undefined {
  if (process.platform !== 'linux' || !findProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return { program: 'apt-get', prefix: [] };
  if (findProgram('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0) {
    return { program: 'sudo', prefix: ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] };
  }
  return undefined;
}

/** @returns what apt-get said if it failed, else nothing. */
function install(apt: Apt, tools: readonly Tool[], report: (line: string) => void): string {
  const run = (args: string[]): { failed: boolean; output: string } => {
    const { status, stdout, stderr } = spawnSync(
      apt.program,
      [...apt.prefix, '-o', 'DPkg::Lock::Timeout=300', '-qq', '-y', ...args],
      { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    );
    return { failed: status !== 0, output: `${stdout ?? ''}${stderr ?? ''}`.trim() };
  };
  report(`Installing ${tools.map((tool) => tool.name).join(' and ')} (apt-get) …`);
  if (tools.some((tool) => candidates(tool).length === 0)) {
    const update = run(['update']);
    if (update.failed) return update.output;
  }
  const packages = tools.map(debianPackage);
  let result = run(['install', '--no-install-recommends', ...packages]);
  if (result.failed) {
    // The list of packages may be older than what the servers have.
    run(['update']);
    result = run(['install', '--no-install-recommends', ...packages]);
  }
  return result.failed ? result.output : '';
}

/** Packages of a tool that this release of Debian or Ubuntu has. */
function candidates(tool: Tool): string[] {
  return tool.packages.filter((name) => {
    try {
      return /Candidate: (?!\(none\))/.test(
        execFileSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }),
      );
    } catch {
      return false;
    }
  });
}

function instructions(missing: readonly Tool[], aptError: string): string {
  const names = missing.map((tool) => tool.name).join(' and ');
  const debian = `sudo apt-get update && sudo apt-get install ${missing.map(debianPackage).join(' ')}`;
  return [
    `LangPlug needs ${names} or newer on this machine.`,
    ...(aptError
      ? [
          '',
          'apt-get could not install it:',
          ...aptError
            .split('\n')
            .slice(-5)
            .map((line) => `  ${line}`),
        ]
      : []),
    '',
    'Install it, then run the same command again:',
    `  Debian, Ubuntu   ${debian}`,
    `  macOS            ${missing.map((tool) => tool.brew).join(' && ')}`,
    '  Windows          use WSL (wsl --install), open Ubuntu, and there:',
    `                   ${debian}`,
  ].join('\n');
}

/** The best that this release has; on other systems what the newest releases have. */
const debianPackage = (tool: Tool): string => candidates(tool)[0] ?? tool.packages[0];

if (import.meta.main) {
  try {
    await ensureServices();
  } catch (error) {
    toStderr(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
