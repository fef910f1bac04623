import type { Draft } from './Draft.ts'

/** Checks whether a draft contains anything that could be lost. */
export function isBegun(draft: Draft, hasPhotos: boolean): boolean {
  const { findings, clean, rowNotes, note, stage, inspectorSignature, unitSignature } = draft
  return (
    hasPhotos ||
    stage.kind !== 'filling' ||
    findings.length > 0 ||
    clean.length > 0 ||
    Object.keys(rowNotes).length > 0 ||
    note !== '' ||
    inspectorSignature !== undefined ||
    unitSignature !== undefined
  )
}
