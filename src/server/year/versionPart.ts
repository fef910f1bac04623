import type { z } from 'zod'
import type { schemeVersionPart } from '../../contract/results/resultParts.ts'
import type { SchemeVersionHead } from '../../contract/scheme/schemeParts.ts'

/** Presents a scheme version as shown with years and results. */
export function versionPart({
  version,
  scheme,
  title,
  number,
  hash,
}: SchemeVersionHead): z.output<typeof schemeVersionPart> {
  return { version, id: scheme, title, number, hash }
}
