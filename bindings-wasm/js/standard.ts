// The interface of https://standardschema.dev, version 1, whose authors ask for it to be copied.

/** A place in a value. */
export type Path = readonly (string | number)[];

/** A Standard Schema that also gives itself as JSON Schema. */
export interface StandardSchema<Value, Found extends StandardIssue = StandardIssue> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
    readonly validate: (value: unknown, options?: StandardOptions | undefined) => StandardResult<Value, Found>;
    readonly jsonSchema: {
      readonly input: (options: StandardTarget) => Record<string, unknown>;
      readonly output: (options: StandardTarget) => Record<string, unknown>;
    };
  };
}

/** Something against a value. */
export interface StandardIssue {
  readonly message: string;
  readonly path: Path;
}

/** The value, or what is against it. */
export type StandardResult<Value, Found extends StandardIssue = StandardIssue> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Found[] };

/** What a call may say; `language` is "zh" or "en". */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The draft of JSON Schema that is wanted. */
export interface StandardTarget {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}
