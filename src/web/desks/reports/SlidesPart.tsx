import { Button } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { useSaveFile } from '../../client/useSaveFile.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Report } from './reportTypes.ts'
import { SlidesUpload } from './SlidesUpload.tsx'

interface Props {
  readonly report: Report
  readonly flush: () => Promise<number | undefined>
}

/** Attaches the slides of the speech, or takes them off. */
export function SlidesPart({ report, flush }: Props) {
  const { year, unit, slides, terms } = report
  const act = useAct('PUT /api/years/:year/units/:unit/report/slides', { done: '演示文稿已更新' })

  async function set(next: { readonly file: string; readonly name: string } | null) {
    const revision = await flush()
    if (revision !== undefined) await act.run({ params: { year, unit }, body: { slides: next, revision } })
  }

  return (
    <section aria-label="演示文稿">
      <h2>演示文稿</h2>
      <SlidesLine at={{ year, unit }} slides={slides} minutes={terms.minutes} />
      <RefusedNotice error={act.refused} />
      {slides === undefined ? (
        <SlidesUpload busy={act.busy} onSent={sent => void set(sent)} />
      ) : (
        <Button size="small" loading={act.busy} onClick={() => void set(null)}>
          取下
        </Button>
      )}
    </section>
  )
}

interface LineProps {
  readonly at: { readonly year: number; readonly unit: string }
  readonly slides: Report['slides']
  readonly minutes: number | undefined
}

/** Shows the slides with their pages and size. */
export function SlidesLine({ at, slides, minutes }: LineProps) {
  const { busy, save } = useSaveFile('GET /api/years/:year/units/:unit/files/:file')
  const time = minutes === undefined ? '' : `述职限${minutes}分钟`
  if (slides === undefined)
    return <p className="soft">还没有附。{time !== '' && `${time}，页数请与时间相称。`}</p>
  const pace =
    minutes === undefined || slides.pages === 0
      ? ''
      : `，平均每页${Math.round((minutes * 60) / slides.pages)}秒`
  return (
    <p>
      <Button
        type="link"
        size="small"
        loading={busy}
        onClick={() => save({ params: { ...at, file: slides.file } })}
      >
        {slides.name}
      </Button>
      <br />
      {slides.pages}页，{sizeOf(slides.size)}
      {time !== '' && (
        <span className="soft">
          ；{time}
          {pace}
        </span>
      )}
    </p>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
