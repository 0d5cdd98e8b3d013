// The adapters have the types of the libraries whose examples are Vue files, which tsc does not read.
import type { FormItemRule as ElementRule } from "element-plus";
import type { FormItemRule as NaiveRule } from "naive-ui";
import type { FieldRule as ArcoRule } from "@arco-design/web-vue";
import type { RuleObject as AntDesignVueRule } from "ant-design-vue/es/form/interface";
import type { TypedSchema } from "vee-validate";
import type { Enterprise } from "chanjiao";
import { antdRules, arcoRules, fieldRules, veeSchema } from "chanjiao/forms";

const model = (): Enterprise => ({ teacher_posts: 14 });

export const element: ElementRule[] = fieldRules("enterprise", "/teacher_posts", model);
export const naive: NaiveRule[] = fieldRules("enterprise", "/teacher_posts", model, { warnings: true });
export const arco: ArcoRule[] = arcoRules("enterprise", "/teacher_posts", model);
export const antDesignVue: AntDesignVueRule[] = antdRules("enterprise", "/teacher_posts", model);
export const vee: TypedSchema<Enterprise> = veeSchema("enterprise");
