/** What was typed into a field of a form, exactly; empty where the form has no such field. */
export function typedIn(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}
