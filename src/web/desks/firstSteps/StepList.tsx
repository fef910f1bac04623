import type { CallAnswer } from '../../client/call.ts'
import { useMay } from '../../client/useMay.ts'
import { useDesk } from '../../client/useDesk.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { InstitutionForm } from './InstitutionForm.tsx'
import { stepWords } from './steps.ts'
import './firstSteps.css'

/** The state of the installation as the server returns it. */
export type Installation = CallAnswer<'GET /api/installation'>
type Step = Installation['steps'][number]

/** Lists the first steps: what is done, what comes next, who does it and where. */
export function StepList({ of }: { readonly of: Installation }) {
  const next = of.steps.find(step => !step.done)
  return (
    <ol className="first-steps">
      {of.steps.map((step, at) => (
        <li
          key={step.step}
          className={step.done ? 'step-done' : step === next ? 'step-now' : 'step-ahead'}
          aria-current={step === next ? 'step' : undefined}
        >
          <span className="step-mark" aria-hidden>
            {step.done ? '✓' : at + 1}
          </span>
          <div>
            <h2>
              {stepWords[step.step].title}
              <span className="step-state">{stateOf(step, of)}</span>
            </h2>
            <p>{stepWords[step.step].what}</p>
            <StepDoing step={step} isNext={step === next} of={of} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function stateOf({ step, done, count }: Step, { institution }: Installation): string {
  if (!done) return '未完成'
  return step === 'institution' ? institution : `已有${count}${stepWords[step].counted}`
}

function StepDoing({
  step: { step, done },
  isNext,
  of,
}: {
  readonly step: Step
  readonly isNext: boolean
  readonly of: Installation
}) {
  const may = useMay()
  const desk = useDesk()
  const { by, who, desks, button } = stepWords[step]
  if (!may(by)) return done ? null : <p className="step-who">由{who}办理。</p>
  if (step === 'institution') return <InstitutionForm of={of} />
  const address = desks.map(desk).find(found => found !== undefined)
  if (address === undefined) return done ? null : <p className="step-who">完成前面的步骤后办理。</p>
  return (
    <LinkButton type={isNext ? 'primary' : 'default'} to={address}>
      {button}
    </LinkButton>
  )
}
