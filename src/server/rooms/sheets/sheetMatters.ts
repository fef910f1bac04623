import { standingOf } from '../../../domain/campaign/sheet/sheetState.ts'
import { printDay, printQuarter } from '../../../domain/kernel/calendar.ts'
import { countUnseen } from '../../office/files/files.store.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { stateOfListed, statesOf } from './listSheets.ts'
import { type ListedSheet, listStored } from './sheets.store.ts'

/** Lists what is under way with inspection sheets: replies of units, objections to decide, assignments with two sheets, sheets without a signature, photos not looked at. */
export async function listSheetMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, today } = ground
  const reach = await ground.reach('readSheets')
  const open = (await listStored(context.db, year, {})).flatMap(row => {
    const standing = reach.has(row.unit) ? standingOf(stateOfListed(row), statesOf(row), today) : 'settled'
    return standing === 'settled' || standing === 'setAside' ? [] : [{ row, standing }]
  })
  const those = (wanted: string) => open.filter(one => one.standing === wanted).map(one => one.row)
  return [
    ...replies(ground, those('replying'), reach.all),
    ...(reach.all
      ? objections(
          ground,
          open.map(one => one.row),
        )
      : []),
    ...(reach.all ? doubled(ground, those('doubled')) : []),
    ...unsigned(ground, those('sent'), reach.all),
    ...(reach.all ? unseen(await countUnseen(context.db, year, ['sheet', 'finding'])) : []),
  ]
}

function replies(ground: MatterContext, rows: readonly ListedSheet[], isAll: boolean): Matter[] {
  const { actor, may } = ground
  const own = new Set(actor.grants.map(grant => grant.unit))
  const replying = may('replyFindings') ? rows.filter(row => own.has(row.unit)) : []
  const last = rows.reduce((latest, { due }) => (due! > latest ? due! : latest), '')
  return [
    ...replying.map(({ id, quarter, findings, due }): Matter => ({
      id,
      name: '答复',
      text: `答复${printQuarter(quarter)}核查情况（${findings}条）`,
      page: `$year/sheets/${id}`,
      due: due!,
      waits: true,
    })),
    ...(isAll && rows.length > 0
      ? [
          {
            id: 'replies',
            name: '答复',
            text: `${rows.length}张核查表还在单位答复的期限内，最迟到${printDay(last)}`,
            page: '$year/sheets',
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

function objections({ may, nameOf }: MatterContext, rows: readonly ListedSheet[]): Matter[] {
  const undecided = rows.filter(row => row.objected > 0)
  const count = undecided.reduce((sum, row) => sum + row.objected, 0)
  if (count === 0) return []
  return [
    {
      id: 'objections',
      name: '异议',
      text: `单位的异议${count}条，等待裁定`,
      act: `裁定单位的异议${count}条`,
      who: namesOf(undecided.map(row => nameOf(row.unit))),
      page: '$year/objections',
      waits: may('decideFindings'),
      seal: 'blocked',
    },
  ]
}

function doubled({ may, nameOf }: MatterContext, rows: readonly ListedSheet[]): Matter[] {
  if (rows.length === 0) return []
  return [
    {
      id: 'doubled',
      name: '核查表',
      text: `同一次核查收到两份核查表，${rows.length}份等待选定`,
      act: `选定同一次核查的两份核查表之一，共${rows.length}份`,
      who: namesOf(rows.map(row => nameOf(row.unit))),
      page: '$year/sheets',
      waits: may('decideFindings'),
      seal: 'blocked',
    },
  ]
}

function unsigned({ actor }: MatterContext, rows: readonly ListedSheet[], isAll: boolean): Matter[] {
  const mine = rows.filter(row => row.sentBy === actor.id || row.team?.includes(actor.id) === true)
  const at = { name: '核查表', page: '$year/sheets' }
  return [
    ...(mine.length > 0
      ? [{ ...at, id: 'unsigned', text: `请单位在我报送的${mine.length}份核查表上签字`, waits: true }]
      : []),
    ...(isAll && rows.length > 0
      ? [
          {
            ...at,
            id: 'allUnsigned',
            text: `${rows.length}份核查表还没有经单位签字，没有计入得分`,
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

function unseen({ waiting, damaged }: { readonly waiting: number; readonly damaged: number }): Matter[] {
  const at = { name: '核查照片', page: '$year/sheets' }
  const told = (id: string, text: string, seal: Matter['seal']): Matter => ({ ...at, id, text, seal })
  return [
    ...(waiting > 0 ? [told('photosWaiting', `核查照片${waiting}张正在比对，几分钟内完成`, 'blocked')] : []),
    ...(damaged > 0
      ? [told('photosDamaged', `核查照片${damaged}张打不开，请在核查表上查看并核实`, 'warning')]
      : []),
  ]
}

const NAMED = 3

function namesOf(units: readonly string[]): string {
  const names = [...new Set(units)]
  return `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`
}
