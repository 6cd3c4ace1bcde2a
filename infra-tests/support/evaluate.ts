import { listOf, type Statement } from './functions.ts';

/** What somebody wants to do. */
export type Request = {
  action: string;
  resource: string;
  /** Condition keys that AWS sends with the request. */
  context?: Record<string, string | string[]>;
};

/** Whether statements of one role allow a request, as IAM decides it within an account. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const applying = statements.filter(
    ({ Action, Resource, Condition = {} }) =>
      listOf(Action).some((action) => matches(action.toLowerCase(), request.action.toLowerCase())) &&
      [Resource].flat().some((resource) => matches(String(resource), request.resource)) &&
      Object.entries(Condition).every(([operator, keys]) => holds(operator, keys, request.context ?? {})),
  );
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
}

/** `*` stands for any text, `?` for one character. */
function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}

const OPERATOR = /^(ForAllValues:)?(StringEquals|StringLike)(IfExists)?$/;

/** @throws Error for an operator that the application does not use */
function holds(operator: string, keys: unknown, context: NonNullable<Request['context']>): boolean {
  const [known, forAll, comparison, ifExists] = OPERATOR.exec(operator) ?? [];
  if (!known || typeof keys !== 'object' || keys === null) throw new Error(`${operator} is not known here`);
  const fits = (wanted: unknown, value: string) =>
    [wanted].flat().some((one) => (comparison === 'StringLike' ? matches(String(one), value) : one === value));
  return Object.entries(keys).every(([key, wanted]) => {
    const values = listOf(context[key] ?? []);
    if (values.length === 0) return forAll !== undefined || ifExists !== undefined;
    return forAll ? values.every((value) => fits(wanted, value)) : values.some((value) => fits(wanted, value));
  });
}
