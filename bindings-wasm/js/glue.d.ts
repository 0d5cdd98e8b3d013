// The part of the generated glue that is used here.
export function answer(form: number, subject: string, record: string, parameters: string): string;
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
