import { useNarrow } from '../../../kit/useNarrow.ts'
import { printShare } from '../printShare.ts'
import type { Analysis } from '../surveyTypes.ts'

/** Shows each question by group, who gave no answer, and the sample against the frame. */
export function QuestionTables({
  analysis: { cross, unanswered, frame, least },
}: {
  readonly analysis: Analysis
}) {
  return (
    <section aria-label="交叉表">
      <h2>交叉表</h2>
      {cross.map(one => (
        <One key={one.title} of={one} least={least} />
      ))}
      <h3>没有回答的</h3>
      <ul className="line-list bare survey-groups">
        {unanswered.map(({ text, asked, share }) => (
          <li key={text}>
            <span>{text}</span>
            <span>
              {asked === 0
                ? '没有问到'
                : share === undefined
                  ? `问了${asked}份，不足${least}份，不显示`
                  : `问了${asked}份，没有回答${printShare(share)}`}
            </span>
          </li>
        ))}
      </ul>
      {frame.length > 0 && (
        <>
          <h3>样本与总体</h3>
          <ul className="line-list bare survey-groups">
            {frame.map(({ category, ofFrame, ofSample, differs }) => (
              <li key={category}>
                <span>{category}</span>
                <span className={differs ? 'bad' : undefined}>
                  总体{(ofFrame * 100).toFixed(1)}%，答卷{printShare(ofSample)}
                  {differs && '，差别明显，按类加权计算'}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type Cross = Analysis['cross'][number]

/** One question by group: a table, or on a phone, where it would be cut, a list for each group. */
function One(props: { readonly of: Cross; readonly least: number }) {
  return useNarrow() ? <CrossLists {...props} /> : <CrossTable {...props} />
}

function CrossLists({ of: { title, answers, rows }, least }: { readonly of: Cross; readonly least: number }) {
  return (
    <>
      <h3>{title}</h3>
      {rows.map(({ category, size, cells }) => (
        <div key={category} role="group" aria-label={`${title}${category}`}>
          <p>
            {category}，{size}份{cells === undefined && `，不足${least}份，不显示`}
          </p>
          <ul className="line-list bare survey-groups">
            {cells?.map(({ count, share }, at) => (
              <li key={answers[at]}>
                <span>{answers[at]}</span>
                <span>
                  {count}份，{printShare(share)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function CrossTable({ of: { title, answers, rows }, least }: { readonly of: Cross; readonly least: number }) {
  return (
    <div className="survey-cross" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">对象</th>
            <th scope="col">份数</th>
            {answers.map(answer => (
              <th key={answer} scope="col">
                {answer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ category, size, cells }) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              <td>{size}</td>
              {cells === undefined ? (
                <td colSpan={answers.length}>不足{least}份，不显示</td>
              ) : (
                cells.map(({ count, share }, at) => (
                  <td key={answers[at]}>
                    {count}份，{printShare(share)}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
