import { Button } from 'antd'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { DayWords, type DayWordsProps } from '../../kit/DayWords.tsx'

interface ActLineProps {
  readonly text: string
  /** whom it concerns or how far it is. */
  readonly who?: string | undefined
  readonly day?: DayWordsProps | undefined
  /** shown instead of a day. */
  readonly when?: string | undefined
  readonly to: string | undefined
}

/** Shown to a reader for whom nothing waits. */
export const NOTHING = '现在没有等您办理的事项'

/** Says the next act with its day, with the button that leads to it. */
export function ActLine({ text, who, day, when, to }: ActLineProps) {
  return (
    <div className="home-act">
      <p>
        {to !== undefined && <span className="home-act-head">下一步</span>}
        <strong>{text}</strong>
      </p>
      {when !== undefined && <span className="day-words">{when}</span>}
      {day !== undefined && <DayWords {...day} />}
      {to !== undefined && <Go to={to} />}
      {who !== undefined && <span className="soft-line">{who}</span>}
    </div>
  )
}

function Go({ to }: { readonly to: string }) {
  const [path = to, search] = to.split('?')
  if (path.startsWith('/inspect'))
    return (
      <Button type="primary" href={to}>
        去办理
      </Button>
    )
  const asked = search === undefined ? {} : Object.fromEntries(new URLSearchParams(search))
  return (
    <LinkButton type="primary" to={path} search={asked}>
      去办理
    </LinkButton>
  )
}
