import type { JobFile } from './createJobs.ts'

/** A table as a file that spreadsheets open; a text that they would compute stays a text. */
export function csvFile(name: string, lines: readonly (readonly (string | number)[])[]): JobFile {
  const text = lines.map(line => line.map(quote).join(',')).join('\r\n')
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', pieces: [Buffer.from(`\uFEFF${text}\r\n`)] }
}

function quote(value: string | number): string {
  const text = typeof value === 'string' && /^[=+@-]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
