import type { AppContext } from './platform/appContext.ts'

/** Creates the log: one JSON line per entry, without names, addresses or contents; levels info, warn, error. */
export function logTo(write: (line: string) => void, now: () => Date): AppContext['log'] {
  const at =
    (level: string) =>
    (first: unknown, message?: unknown): void => {
      const [fields, text] =
        typeof first === 'string' ? [{}, first] : [first as object, String(message ?? '')]
      write(JSON.stringify({ level, at: now().toISOString(), text, ...plain(fields) }))
    }
  return { info: at('info'), warn: at('warn'), error: at('error') } as AppContext['log']
}

/** Reduces an error to its kind and where it happened; its message may contain what a user typed. */
function plain(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      value instanceof Error
        ? [key, { name: value.name, code: (value as { code?: unknown }).code, stack: stackOf(value) }]
        : [key, value],
    ),
  )
}

function stackOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .map(line => line.trim())
}
