/** 台账模板的列: the same for writing and reading. */
export const entryColumns = [
  { name: '类别', wanted: true, width: 22 },
  { name: '标题', wanted: true, width: 44 },
  { name: '发生日期', wanted: true, width: 14 },
  { name: '所属期间', wanted: false, width: 18 },
  { name: '参加人数', wanted: false, width: 10 },
  { name: '另行引用的行', wanted: false, width: 18 },
  { name: '说明', wanted: false, width: 40 },
  { name: '补录原因', wanted: false, width: 24 },
] as const

/** 上年问题清单模板的列. */
export const remedyColumns = [
  { name: '单位', wanted: true, width: 32 },
  { name: '问题', wanted: true, width: 60 },
  { name: '对应的行', wanted: false, width: 16 },
  { name: '整改措施', wanted: false, width: 44 },
  { name: '完成期限', wanted: false, width: 14 },
] as const

/** 一次最多导入的行数. */
export const MOST_ROWS = 2_000

/** 一次最大的导入文件, in bytes: 10 MB. */
export const MOST_BYTES = 10 * 1024 * 1024
