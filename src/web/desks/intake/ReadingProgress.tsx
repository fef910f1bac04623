import { ProgressLine } from '../../kit/ProgressLine.tsx'
import type { ImportDetail } from './intakeTypes.ts'

const STAGES: Readonly<Partial<Record<ImportDetail['state'], string>>> = {
  waiting: '前面还有文件在读取，轮到时自动开始',
  reading: '正在逐行读取和查验',
  planning: '正在与本年度已有的内容核对',
}

/** 读取的进度; leaving the page does not stop it. */
export function ReadingProgress({ of: { state, done, total } }: { readonly of: ImportDetail }) {
  const said = total === undefined ? (done > 0 ? `${done}行` : '') : `${Math.min(done, total)}/${total}行`
  return (
    <div className="import-progress" aria-live="polite">
      <ProgressLine
        label={STAGES[state] ?? ''}
        done={done}
        total={total ?? 0}
        said={state === 'reading' ? said : ''}
      />
      <p className="import-soft">可以离开本页，读取会继续进行；回来时在“各次导入”中打开。</p>
    </div>
  )
}
