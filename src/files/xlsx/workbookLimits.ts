/** 工作簿读取上限: what a workbook may cost before it is refused as a zip bomb; sizes in bytes. */
export interface WorkbookLimits {
  /** the file as it lies on disk. */
  readonly file: number
  /** parts in the archive. */
  readonly entries: number
  /** all parts that are read, inflated. */
  readonly inflated: number
  /** one small part (workbook, styles, relationships), inflated. */
  readonly smallPart: number
  /** the shared strings, which are held in memory. */
  readonly sharedStrings: number
  /** inflated ÷ stored of one part, looked at once it is larger than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
}

const MIB = 1024 * 1024

/** 通常上限: far above 20,000 units' facts (some 20 MiB stored, 200 MiB inflated), far below what a machine of 4 GiB bears. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  file: 256 * MIB,
  entries: 4096,
  inflated: 1024 * MIB,
  smallPart: 16 * MIB,
  sharedStrings: 128 * MIB,
  ratio: 250,
  ratioFrom: 8 * MIB,
}
