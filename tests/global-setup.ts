import { ensureServices } from '../scripts/ensure-services.ts';

/** Before any test: the programs that the tests talk to are there, or it is said how to get them. */
export const setup = () => ensureServices();
