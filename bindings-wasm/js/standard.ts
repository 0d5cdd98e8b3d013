// The interface of https://standardschema.dev, version 1. Its authors recommend copying it.

/** A path into a value. */
export type Path = readonly (string | number)[];

/** A Standard Schema that can also be written as JSON Schema. */
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

/** An issue with a value. */
export interface StandardIssue {
  readonly message: string;
  readonly path: Path;
}

/** The value, or the issues with it. */
export type StandardResult<Value, Found extends StandardIssue = StandardIssue> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Found[] };

/** Options of a call; `libraryOptions.language` is "zh" or "en". */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The requested draft of JSON Schema. */
export interface StandardTarget {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}
