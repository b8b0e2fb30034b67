/** The name of a view's file without its ending, as export.md E-20 has it. */
export function viewFileName(pack: string, name: string, nowMs: number): string {
  const time = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  return `${pack}_${name}_view_${time}`;
}
