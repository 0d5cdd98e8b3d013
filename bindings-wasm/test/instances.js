// Records the instances of the module. Import this before the package.
const instances = [];

WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    instances.push(this);
  }
};

/** Returns the memory of the current instance. */
export function memory() {
  return instances.at(-1).exports.memory;
}
