import type { Figures } from './firmnessTypes.ts'

type Trial = Figures['trials'][number]

/** Shows who depends on which ruling or weight: each other answer, how many places and bands it would change, and the units concerned. */
export function Trials({ of: { trials, untried } }: { readonly of: Figures }) {
  const moving = trials.filter(({ moved, bands }) => moved + bands > 0)
  const still = trials.filter(({ moved, bands }) => moved + bands === 0)
  return (
    <section aria-labelledby="firmness-trials">
      <h2 id="firmness-trials">各条口径、各个权重的影响</h2>
      <p className="soft">每种试算都重新计分、排名。变动大的，说明这条口径、这个权重要慎重确认。</p>
      {moving.length === 0 ? (
        <p>没有一种试算会改变名次。</p>
      ) : (
        <ul className="bare firmness-trials">
          {moving.map(trial => (
            <li key={trial.id}>
              <details>
                <summary>
                  {trial.kind === 'ruling' ? '口径' : '权重'}：{trial.name}
                  <span className="soft">
                    {trial.moved}个单位名次变动，{trial.bands}个名次段变动
                  </span>
                </summary>
                <ul>
                  {trial.most.map(one => (
                    <li key={one.name}>{movedSays(one)}</li>
                  ))}
                  {trial.most.length < Math.max(trial.moved, trial.bands) && (
                    <li>其余变动较小，不再列出。</li>
                  )}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
      {still.length > 0 && (
        <details>
          <summary>名次一个不变的{still.length}种</summary>
          <ul>
            {still.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      {untried.length > 0 && (
        <p className="soft">换成下列答案方案就不成立，没有试算：{untried.join('；')}。</p>
      )}
    </section>
  )
}

function movedSays({ name, from, to, bandChanges }: Trial['most'][number]): string {
  const place = (at: number | undefined) => (at === undefined ? '没有名次' : `第${at}名`)
  const way = from === to ? `仍为${place(from)}` : `由${place(from)}变为${place(to)}`
  return `${name}：${way}${bandChanges ? '，名次段改变' : ''}`
}
