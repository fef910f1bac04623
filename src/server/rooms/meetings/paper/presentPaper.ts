import type { z } from 'zod'
import type { paperPart, paperSheetPart } from '../../../../contract/meetings/paperRoutes.ts'
import { debriefPhaseNames, phaseNames } from '../../../../domain/campaign/meeting/meetingState.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import { paperStyles } from '../../../../files/paper/paperLayout.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { listIssued } from '../ballots/ballots.store.ts'
import { convenes } from '../loadMeeting.ts'
import { isEntering, type PaperContext } from './loadPaper.ts'
import { listPages, listSheets, type StoredPage, type StoredSheet } from './paper.store.ts'
import { standingOf } from './settleSheet.ts'

/** Presents the paper of a meeting: form, print runs, and how far each sheet is. */
export async function presentPaper(
  db: Database | Transaction,
  context: PaperContext,
  actor: Actor,
): Promise<z.output<typeof paperPart>> {
  const { loaded, form, pages, style } = context
  const { stored, classes } = loaded
  const scanned = Map.groupBy(await listPages(db, stored.id), one => one.sheet)
  const sheets = await listSheets(db, stored.id)
  const issued = await listIssued(db, stored.id)
  return {
    name: stored.name,
    phaseName: (stored.dual === null ? phaseNames : debriefPhaseNames)[stored.phase],
    convenes: convenes(actor, stored),
    isOpen: isEntering(context),
    style,
    styles: [...paperStyles(form)],
    marks: form.marks,
    full: toDecimal(form.full),
    grades: form.grades.map(({ id, name }) => ({ id, name })),
    classes: form.classes.map(({ id, name }) => ({
      id,
      name,
      present: classes.find(one => one.id === id)?.present ?? undefined,
      printed: issued.find(one => one.medium === 'paper' && one.voterClass === id)?.printed ?? 0,
    })),
    lines: form.lines.map(({ unitName, secretary }) => ({ unitName, secretary })),
    pages,
    sheets: sheets.map(sheet => presentSheet(sheet, scanned.get(sheet.id) ?? [], context, actor)),
  }
}

/** Presents one sheet in the list. */
export function presentSheet(
  sheet: StoredSheet,
  scanned: readonly StoredPage[],
  { form, pages }: Pick<PaperContext, 'form' | 'pages'>,
  actor: Actor,
): z.output<typeof paperSheetPart> {
  const { id, voterClass, number, way, firstBy, firstName, secondBy, secondName } = sheet
  const standing = standingOf(sheet, scanned, { lines: form.lines.length, pages })
  const isOwn = actor.id === firstBy || actor.id === secondBy
  return {
    id,
    voterClass,
    number,
    way,
    state: standing.state,
    doubtful: way === 'scanned' ? standing.open.length : 0,
    by: [firstName, secondName].flatMap(name => name ?? []),
    differs: standing.differs.map(line => line + 1),
    isOwn,
    mayEnter: standing.state !== 'settled' && standing.state !== 'incomplete' && (isOwn || secondBy === null),
  }
}

/** Names a sheet: 党务干部第12号票. */
export function nameSheet(
  { voterClass, number }: Pick<StoredSheet, 'voterClass' | 'number'>,
  { form }: Pick<PaperContext, 'form'>,
): string {
  return `${form.classes.find(({ id }) => id === voterClass)?.name ?? voterClass}第${number}号票`
}
