import { useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { MOST_IN_NAME } from '../../../../contract/sheets/sheetLimits.ts'
import { pictureOf } from './pictureOf.ts'
import type { Signature } from '../draft/Draft.ts'

/** Size of the stored picture, in pixels: small enough for the server, sharp enough on paper. */
const [WIDTH, HEIGHT] = [600, 240]

interface Props {
  readonly label: string
  readonly name: string
  readonly picture: string | undefined
  readonly onSign: (signature: Signature | undefined) => void
}

/** In ms: a name is several strokes, and is shown as signed once the hand has rested. */
const REST = 900

/** Signature on the screen, with the name; saved with each stroke. Ink that is there before the name is kept when the name comes. */
export function SignatureBox({ label, name, picture, onSign }: Props) {
  const id = useId()
  const glass = useRef<HTMLCanvasElement>(null)
  const [typed, setTyped] = useState(name)
  const [hasInk, setInk] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const signing = useRef({ typed, onSign })
  signing.current = { typed, onSign }
  const isSigned = picture !== undefined && !isWriting
  const keep = useRef(() => {})

  useEffect(() => {
    if (isSigned) return
    const canvas = glass.current!
    canvas.width = WIDTH
    canvas.height = HEIGHT
    const pad = new SignaturePad(canvas, {
      backgroundColor: '#fff',
      penColor: '#111',
      minWidth: 1.5,
      maxWidth: 4,
    })
    // The glass is drawn smaller than it is: strokes follow the finger all the same.
    canvas.getContext('2d')!.scale(WIDTH / canvas.clientWidth, HEIGHT / canvas.clientHeight)
    pad.clear()
    setInk(false)
    let pause: ReturnType<typeof setTimeout> | undefined
    keep.current = () => {
      const { typed: own, onSign: tell } = signing.current
      if (own.trim() !== '' && !pad.isEmpty())
        tell({ name: own.trim(), picture: pictureOf(canvas), signedAt: new Date().toISOString() })
    }
    const begin = () => {
      clearTimeout(pause)
      setWriting(true)
    }
    const rest = () => {
      setInk(true)
      keep.current()
      pause = setTimeout(() => setWriting(false), REST)
    }
    pad.addEventListener('beginStroke', begin)
    pad.addEventListener('endStroke', rest)
    return () => {
      clearTimeout(pause)
      keep.current = () => {}
      pad.off()
    }
  }, [isSigned])

  return (
    <div className="signature">
      <label htmlFor={id}>{label}姓名</label>
      <input
        id={id}
        value={typed}
        readOnly={isSigned}
        maxLength={MOST_IN_NAME}
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
        onBlur={() => keep.current()}
      />
      {isSigned ? (
        <img src={picture} alt={`${label}的签字`} />
      ) : (
        <canvas
          ref={glass}
          role="img"
          aria-label={`${label}签字处`}
          data-hint={typed.trim() === '' ? '先填姓名' : '在此签字'}
        />
      )}
      <div className="signature-foot">
        <span className="soft">
          {isSigned
            ? '已签'
            : typed.trim() !== ''
              ? '请在框内签字'
              : hasInk
                ? '签字还没有存下：请填姓名'
                : '先填姓名，再在框内签字'}
        </span>
        {isSigned && (
          <button type="button" className="key quiet" onClick={() => onSign(undefined)}>
            重签
          </button>
        )}
      </div>
    </div>
  )
}
