import { CloseOutlined, LinkOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Answered } from '../Answered.tsx'
import { useAnswer } from '../../client/useAnswer.ts'
import { ExplanationDocument } from './ExplanationDocument.tsx'
import { printDay } from '../printDay.ts'
import { Panel } from './Panel.tsx'
import { type Asked, useAsked } from './useAsked.ts'

/** Deep enough for every tree the engine produces: the whole tree is fetched at once, so that every step inside needs no request. */
const WHOLE = '20'

interface PanelProps {
  readonly year: number
  /** Tries the year without one record, where the reader may. */
  readonly tryWithout?: ((fact: string, told: string) => void) | undefined
}

/** Shows the explanation panel of the current page, when an explanation is open. */
export function ExplanationPanel({ year, tryWithout }: PanelProps) {
  const { asked, ask, close } = useAsked()
  if (asked === undefined) return null
  return (
    <OpenPanel
      year={year}
      tryWithout={tryWithout}
      asked={asked}
      onGo={at => ask(asked.unit, at)}
      onClose={close}
    />
  )
}

interface Props extends PanelProps {
  readonly asked: Asked
  readonly onGo: (at: string) => void
  readonly onClose: () => void
}

function OpenPanel({ year, tryWithout, asked: { unit, at, asOf }, onGo, onClose }: Props) {
  const { message } = App.useApp()
  const { pathname } = useLocation()
  const unitPage = `/${year}/units/${encodeURIComponent(unit)}`
  const isOnUnitPage = decodeURIComponent(pathname) === decodeURIComponent(unitPage)
  const reading = useAnswer('GET /api/years/:year/units/:unit/explanation', {
    params: { year: String(year), unit },
    query: { depth: WHOLE, asOf },
  })
  // Another unit's explanation stands in while this one is read; it must not be taken for it.
  const of =
    reading.data?.unit === unit && reading.data.year === year ? reading : { ...reading, data: undefined }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(location.href)
      void message.success('链接已复制')
    } catch {
      void message.info('浏览器不允许复制：请从地址栏复制链接')
    }
  }

  return (
    <Panel label="得分说明" onClose={onClose}>
      <div className="panel-head">
        <div className="panel-head-words">
          <strong>{of.data?.name ?? '得分说明'}</strong>
          <p className="small-soft">
            {year}年度得分说明
            {of.data !== undefined &&
              `，${of.data.basis === 'sealed' ? '按封存的结果' : asOf === undefined ? '按当前的事实' : `按${printDay(asOf)}的事实`}`}
            {!isOnUnitPage && (
              <Link className="panel-link" to={unitPage} search={{ asOf } as never}>
                该单位全貌
              </Link>
            )}
          </p>
        </div>
        <Button
          type="text"
          icon={<LinkOutlined />}
          aria-label="复制链接"
          title="复制链接"
          onClick={() => void copyLink()}
        />
        <Button
          type="text"
          icon={<PrinterOutlined />}
          aria-label="打印"
          title="打印"
          onClick={() => print()}
        />
        <Button type="text" icon={<CloseOutlined />} aria-label="关闭" title="关闭" onClick={onClose} />
      </div>
      <div className="panel-body">
        <Answered of={of as typeof reading}>
          {answer => (
            <ExplanationDocument
              key={`${unit} ${at ?? ''}`}
              year={year}
              unit={unit}
              root={answer.node}
              at={at}
              onGo={onGo}
              tryWithout={
                tryWithout === undefined
                  ? undefined
                  : (fact, told) => tryWithout(fact, `${answer.name}：${told}`)
              }
            />
          )}
        </Answered>
      </div>
    </Panel>
  )
}
