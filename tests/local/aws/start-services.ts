/** Starts the services in a process of its own that a test can kill; it ends itself when told. */
import { startTestServices } from './services.ts';

const services = await startTestServices({ dataDir: process.argv[2] ?? '' });
process.on('message', () => process.exit(0));
process.send?.(services.aws.endpoint);
