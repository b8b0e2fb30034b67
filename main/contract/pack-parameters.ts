import { z } from 'zod';

/** A number of a pack that a person may set; it stands as `${name}` in the pack's expressions. */
export const packParameter = z.object({
  value: z.number(),
  min: z.number(),
  max: z.number(),
  /** Whole numbers alone. */
  integer: z.boolean().default(false),
  title: z.string().min(1),
  titleFr: z.string().min(1),
});
export const packParameters = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/), packParameter);
export type PackParameters = Readonly<Record<string, z.infer<typeof packParameter>>>;

/** The text with every `${name}` as the number it stands for; throws for a name that is not there. */
export function fillParameters(text: string, parameters: PackParameters): string {
  return text.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => {
    const parameter = parameters[name];
    if (!parameter) throw new Error(`the parameter '${name}' is not one of the pack's`);
    return String(parameter.value);
  });
}
