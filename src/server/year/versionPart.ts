import type { z } from 'zod'
import type { schemeVersionPart } from '../../contract/results/resultParts.ts'
import type { SchemeVersionHead } from '../../contract/scheme/schemeParts.ts'

/** 方案版本 as years and results show it. */
export function versionPart({
  version,
  scheme,
  title,
  number,
  hash,
}: SchemeVersionHead): z.output<typeof schemeVersionPart> {
  return { version, id: scheme, title, number, hash }
}
