/** A piece of HTML that is safe to send. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What a template may hold: pieces stay as they are, everything else is escaped; `false` and `undefined` print nothing. */
export type Printable = Html | string | number | false | undefined | readonly Printable[]

/** Builds HTML from a template; values are escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly Printable[]): Html {
  return new Html(strings.reduce((text, string, at) => text + print(values[at - 1]) + string))
}

function print(value: Printable): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  return Array.isArray(value) ? value.map(print).join('') : escape(String(value))
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, mark => MARKS[mark]!)
}
