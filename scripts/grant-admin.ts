/**
 * `npm run grant-admin -- <e-mail>`: makes an account an admin, or an ordinary learner again with --revoke. Admins are
 * made by operators only; there is no way to it through the API. The account has to log in again for it to count.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DynamoAccountStore } from '../functions/adapters/dynamodb/account-store.ts';
import { dynamoClient } from '../functions/adapters/dynamodb/client.ts';

const USAGE = `Makes an account an admin.

  npm run grant-admin -- <e-mail> [options]

  --table <name>  users table of a deployment (an output of "cdk deploy"), with your AWS credentials
  --url <url>     a LangPlug that runs on this machine (default http://localhost:3000)
  --revoke        makes the admin an ordinary learner again
  --help          print this
`;

const localCloudSchema = z.object({ endpoint: z.url(), region: z.string(), tables: z.object({ users: z.string() }) });

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      url: { type: 'string', default: 'http://localhost:3000' },
      revoke: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [email, ...rest] = positionals;
  if (!email || rest.length > 0) {
    process.stderr.write(`Name one e-mail.\n\n${USAGE}`);
    return 2;
  }
  const table = values.table ?? (await useLocalCloud(values.url));
  const role = values.revoke ? 'learner' : 'admin';
  const found = await new DynamoAccountStore(table, dynamoClient()).setRole(email, role);
  if (!found) {
    process.stderr.write(`No account has the e-mail ${email}: register it first.\n`);
    return 1;
  }
  process.stdout.write(
    `${email} is now ${role === 'admin' ? 'an admin' : 'a learner'}. Log in again for it to count.\n`,
  );
  return 0;
}

/** Points the AWS SDK at the local cloud. @returns its users table */
async function useLocalCloud(given: string): Promise<string> {
  const url = given.replace(/\/+$/, '');
  const response = await fetch(`${url}/_local/cloud`).catch(() => undefined);
  if (!response?.ok) {
    throw new Error(
      `No LangPlug runs at ${url}: start one with "npm start", name the --url of one at another port, or the --table of a deployment.`,
    );
  }
  const cloud = localCloudSchema.parse(await response.json());
  process.env.AWS_ENDPOINT_URL = cloud.endpoint;
  process.env.AWS_REGION = cloud.region;
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  return cloud.tables.users;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
