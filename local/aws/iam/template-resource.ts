/** A resource of the template after its deployment: what `deploy` of `local/template` gives for each. */
export type TemplateResource = {
  logicalId: string;
  type: string;
  /** Resolved. */
  properties: unknown;
  /** What `Ref` gives. */
  ref: string;
  /** What `Fn::GetAtt` gives. */
  attributes: Readonly<Record<string, string>>;
};
