import { useAnswer } from '../../client/useAnswer.ts'
import { printMoment } from '../../kit/printDay.ts'

const SHOWN = 6

/** Shows the last lines of the trail, which the audit administrator's work begins with. */
export function TrailBrief() {
  const { data } = useAnswer('GET /api/trail', { query: {} })
  if (data === undefined) return null
  return (
    <section aria-labelledby="trail-brief">
      <h2 id="trail-brief">
        最近的留痕<span className="home-count">共{data.head.seq}条</span>
      </h2>
      <ul className="line-list bare-list home-rows">
        {data.lines.slice(0, SHOWN).map(({ seq, actorName, sentence, at }) => (
          <li key={seq}>
            <span className="home-what">
              {actorName}：{sentence}
            </span>
            <span className="day-words">{printMoment(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
