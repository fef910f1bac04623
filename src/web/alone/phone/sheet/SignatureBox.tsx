import { useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import type { Signature } from '../draft/Draft.ts'

/** Size of the stored picture, in pixels: small enough for the server, sharp enough on paper. */
const [WIDTH, HEIGHT] = [600, 240]

interface Props {
  readonly label: string
  readonly name: string
  readonly picture: string | undefined
  readonly onSign: (signature: Signature | undefined) => void
}

/** Signature on the screen, with the name; saved with each stroke. */
export function SignatureBox({ label, name, picture, onSign }: Props) {
  const id = useId()
  const glass = useRef<HTMLCanvasElement>(null)
  const [typed, setTyped] = useState(name)
  const signing = useRef({ typed, onSign })
  signing.current = { typed, onSign }
  const isSigned = picture !== undefined

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
    let pause: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const { typed: own, onSign: tell } = signing.current
      if (own.trim() !== '' && !pad.isEmpty())
        tell({ name: own.trim(), picture: canvas.toDataURL('image/png'), signedAt: new Date().toISOString() })
    }
    // A name is several strokes: it is kept once the hand has rested.
    const rest = () => {
      clearTimeout(pause)
      pause = setTimeout(keep, 900)
    }
    const begin = () => clearTimeout(pause)
    pad.addEventListener('beginStroke', begin)
    pad.addEventListener('endStroke', rest)
    const leave = () => {
      if (pause !== undefined) keep()
    }
    addEventListener('pagehide', leave)
    return () => {
      clearTimeout(pause)
      removeEventListener('pagehide', leave)
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
        maxLength={50}
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
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
          {isSigned ? '已签' : typed.trim() === '' ? '先填姓名，再在框内签字' : '请在框内签字'}
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
