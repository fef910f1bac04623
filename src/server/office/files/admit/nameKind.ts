const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['压缩包', ['zip', 'rar', '7z', 'gz', 'tar', 'bz2', 'xz', 'zst', 'cab', 'lz', 'lz4']],
  ['程序', ['exe', 'elf', 'macho', 'dll', 'jar', 'apk', 'deb', 'rpm', 'dmg', 'wasm', 'class', 'lnk', 'msi']],
  ['视频', ['mp4', 'mov', 'mkv', 'avi', 'webm', '3gp', '3g2', 'wmv', 'flv', 'mpg', 'm4v', 'asf', 'mts']],
  ['录音', ['mp3', 'm4a', 'wav', 'amr', 'aac', 'ogg', 'flac', 'opus']],
  [
    '其他格式的图片',
    ['gif', 'webp', 'bmp', 'tif', 'ico', 'psd', 'jxl', 'jp2', 'dng', 'cr2', 'cr3', 'nef', 'arw'],
  ],
  [
    '其他格式的文档',
    [
      'odt',
      'ods',
      'odp',
      'epub',
      'rtf',
      'xps',
      'ofd',
      'ps',
      'pages',
      'numbers',
      'key',
      'mobi',
      'dotx',
      'xltx',
      'potx',
      'vsdx',
    ],
  ],
  ['数据文件', ['xml', 'sqlite', 'parquet', 'pst', 'ics', 'vcf']],
]

/** Names the kind of a refused file in Chinese: from the recognised type, otherwise from how its text begins. */
export function nameKind(found: string | undefined, bytes: Uint8Array): string {
  const start = textOf(bytes)
  if (start !== undefined && /<svg[\s>]/i.test(start)) return ' SVG 矢量图'
  if (start !== undefined && /<!doctype html|<html|<script|<body/i.test(start)) return '网页'
  const name = NAMES.find(([, endings]) => found !== undefined && endings.includes(found))?.[0]
  if (name !== undefined) return name
  if (found !== undefined) return '其他格式的文件'
  return start === undefined ? '无法识别的文件' : '纯文本'
}

function textOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096)
  return start.includes(0) ? undefined : new TextDecoder().decode(start)
}
