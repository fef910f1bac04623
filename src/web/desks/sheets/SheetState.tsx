import { standingNames, type SheetStanding } from '../../../domain/campaign/sheet/sheetState.ts'

const URGENT: readonly SheetStanding[] = ['doubled', 'deciding', 'sent']

/** 核查表的进展, marked where somebody has to act. */
export function SheetState({ of }: { readonly of: SheetStanding }) {
  return (
    <span className={URGENT.includes(of) ? 'sheet-state sheet-state-urgent' : 'sheet-state'}>
      {standingNames[of]}
    </span>
  )
}
