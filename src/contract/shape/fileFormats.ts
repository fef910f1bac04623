const FORMATS: Readonly<Record<string, string>> = {
  'hengping-facts/1': '事实文件',
  'hengping-history/1': '历年结果文件',
  'hengping-results/1': '计分结果文件',
  'hengping-comparison/1': '方案比较文件',
}

/** Returns the name of a file format as given in a file's `format`; `undefined` if the format is unknown. */
export function formatName(format: unknown): string | undefined {
  return typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
}
