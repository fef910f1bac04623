import { csvText } from '../../../contract/lists/csvText.ts'
import type { JobFile } from './createJobs.ts'

/** Makes a table, its headings first, the file of a job. */
export function csvFile(
  name: string,
  [heads = [], ...rows]: readonly (readonly (string | number)[])[],
): JobFile {
  const pieces = [Buffer.from(csvText(heads, rows))]
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', pieces }
}
