// Generated from ../../../schemas by `npm run build`; do not edit.

export const verdicts = ["unmet", "undetermined", "pending", "met", "not_applicable"] as const;
