/** Limits of reading a workbook before it is refused as a zip bomb; sizes in bytes. */
export interface WorkbookLimits {
  /** the file as stored on disk. */
  readonly file: number
  /** number of parts in the archive. */
  readonly entries: number
  /** all parts that are read, inflated. */
  readonly inflated: number
  /** one small part (workbook, styles, relationships), inflated. */
  readonly smallPart: number
  /** the shared strings, which are held in memory. */
  readonly sharedStrings: number
  /** inflated ÷ stored of one part, checked once it is larger than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
}

const MIB = 1024 * 1024

/** The default limits: far above 20,000 units' facts (some 20 MiB stored, 200 MiB inflated), far below the capacity of a machine with 4 GiB. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  file: 256 * MIB,
  entries: 4096,
  inflated: 1024 * MIB,
  smallPart: 16 * MIB,
  sharedStrings: 128 * MIB,
  ratio: 250,
  ratioFrom: 8 * MIB,
}
