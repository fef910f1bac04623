import type { Hash } from './drawList.ts'
import { type DrawPurpose, purposeNames } from './drawPurpose.ts'

/** One list of a draw as its digest (总指纹) counts it. */
interface DigestPart {
  readonly unit: string
  readonly purpose: DrawPurpose
  readonly take: number
  readonly fingerprint: string
}

/** Computes the digest of a draw (总指纹): one hash over all lists and numbers, from lines `单位⇥用途⇥抽取数⇥名单指纹` in the order given. */
export function digestOf(parts: readonly DigestPart[], hash: Hash): string {
  const lines = parts.map(
    ({ unit, purpose, take, fingerprint }) => `${unit}\t${purposeNames[purpose]}\t${take}\t${fingerprint}\n`,
  )
  return hash(lines.join(''))
}

/** The record file of a draw (抽签记录文件) as far as its digest goes; files of before version 0.4 have neither digest nor parts. */
interface DigestedFile {
  readonly digest?: string
  readonly parts?: readonly DigestPart[]
  readonly draws: readonly DigestPart[]
}

/** Checks the digest of a record file (核对总指纹): it is that of the parts, and every draw in the file is one of them. */
export function isDigestRight({ digest, parts = [], draws }: DigestedFile, hash: Hash): boolean {
  if (digest === undefined) return true
  const keyOf = (part: DigestPart) => digestOf([part], text => text)
  const known = new Set(parts.map(keyOf))
  return digestOf(parts, hash) === digest && draws.every(draw => known.has(keyOf(draw)))
}
