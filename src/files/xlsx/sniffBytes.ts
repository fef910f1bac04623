/** The kind of a file's content, detected from its bytes, never from its name. `ole` is the old Office container, which also wraps encrypted workbooks. */
type ContentKind = 'empty' | 'zip' | 'ole' | 'pdf' | 'image' | 'archive' | 'html' | 'xml' | 'text' | 'binary'

const MAGIC: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

/** Detects the kind of content. Text is anything without zero bytes among its first 4096, unless a byte order mark indicates UTF-16. */
export function sniffBytes(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty'
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))
  if (found) return found[0]
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide && bytes.subarray(0, 4096).includes(0)) return 'binary'
  return markupOf(String.fromCharCode(...bytes.subarray(0, 4096).filter(byte => byte !== 0))) ?? 'text'
}

/** Detects a web page (also one saved as a single file) or XML by how the text begins; many systems give such files the ending of a workbook. */
function markupOf(start: string): 'html' | 'xml' | undefined {
  const text = start.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trimStart()
  if (/^(?:<!doctype html|<html|<head|<meta|<body|<style|<table|<div|<script)\b/i.test(text)) return 'html'
  if (/^MIME-Version:/i.test(text)) return 'html'
  if (!/^(?:<\?xml|<!--|<(?:\w+:)?Workbook)\b/i.test(text)) return undefined
  return /<html[\s>]/i.test(text) ? 'html' : 'xml'
}

/** Detects the contents of an old Office container from the names in its directory. */
export function sniffOle(bytes: Uint8Array): 'encrypted' | 'xls' | 'word' | 'other' {
  let kind: 'xls' | 'word' | 'other' = 'other'
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const name = directoryName(bytes, at)
    if (name === 'EncryptedPackage') return 'encrypted'
    if (name === 'Workbook' || name === 'Book') kind = 'xls'
    else if (name === 'WordDocument' && kind === 'other') kind = 'word'
  }
  return kind
}

/** Reads the name of a directory entry of 128 bytes: the name in UTF-16, its length with the terminating zero at 64, the kind of object at 66. */
function directoryName(bytes: Uint8Array, at: number): string | undefined {
  const length = bytes[at + 64]! | (bytes[at + 65]! << 8)
  if (length < 4 || length > 64 || length % 2 !== 0 || bytes[at + 66] !== 2) return undefined
  let name = ''
  for (let index = 0; index < length - 2; index += 2)
    name += String.fromCharCode(bytes[at + index]! | (bytes[at + index + 1]! << 8))
  return name
}
