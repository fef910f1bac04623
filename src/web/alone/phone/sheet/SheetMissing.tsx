import { TopBar } from '../page/TopBar.tsx'
import { goTo } from '../page/useRoute.ts'

/** Shows that the sheet is still opening, or that the phone does not have this task. */
export function SheetMissing({ isOpening }: { readonly isOpening: boolean }) {
  return (
    <main className="phone-page">
      <TopBar title="核查表" onBack={() => goTo({ at: 'list' })} />
      {isOpening ? (
        <p className="empty">正在打开……</p>
      ) : (
        <p className="empty">手机上没有这项任务：请回到清单，有信号时点“下载到手机”。</p>
      )}
    </main>
  )
}
