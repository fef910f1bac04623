import type { Owner } from '../keep/phoneDatabase.ts'
import { TopBar } from '../page/TopBar.tsx'
import { goTo } from '../page/useRoute.ts'
import { ArrivedPart } from './ArrivedPart.tsx'
import { SendingPart } from './SendingPart.tsx'
import { SheetMissing } from './SheetMissing.tsx'
import { SignPart } from './SignPart.tsx'
import { useSheet } from './useSheet.ts'

/** Shows the page for signing and sending: the findings, both signatures, then the sending, then the receipt. */
export function FinishPage({ assignment, owner }: { readonly assignment: string; readonly owner: Owner }) {
  const opened = useSheet(assignment, owner, false)
  if (opened.kind === 'opening' || opened.kind === 'missing' || opened.kind === 'foreign')
    return <SheetMissing isOpening={opened.kind === 'opening'} />
  const isOpen = opened.kind === 'open'
  const task = isOpen ? opened.sheet.task : opened.task
  const isFilling = isOpen && opened.sheet.draft.stage.kind !== 'waiting'
  return (
    <main className="phone-page">
      <TopBar
        title={task.unitName}
        onBack={() => goTo(isFilling ? { at: 'sheet', assignment } : { at: 'list' })}
      />
      {!isOpen && <ArrivedPart task={task} receipt={opened.receipt} />}
      {isOpen && isFilling && <SignPart sheet={opened.sheet} owner={owner} />}
      {isOpen && !isFilling && <SendingPart sheet={opened.sheet} owner={owner} />}
    </main>
  )
}
