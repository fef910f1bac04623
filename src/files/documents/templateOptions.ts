import { printable } from '../word/printable.ts'

const ORDINALS = '一二三四五六七八九十'

/** How a template is read: placeholders are names and nothing else, so that a template runs no expression. `有…` asks whether there is a text or a row, `节` counts the headings. */
export function templateOptions() {
  let headings = 0
  return {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
    nullGetter: () => '',
    parser: (tag: string) => ({
      get(scope: unknown): unknown {
        const name = tag.trim()
        if (name === '节') return ORDINALS[headings++] ?? String(headings)
        const value = valueOf(scope, name)
        if (value !== undefined || !name.startsWith('有')) return value
        const asked = valueOf(scope, name.slice(1))
        return Array.isArray(asked) ? asked.length > 0 : asked === undefined ? undefined : Boolean(asked)
      },
    }),
  }
}

function valueOf(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined
  const value = (scope as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? printable(value) : value
}
