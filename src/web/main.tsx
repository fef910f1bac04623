import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Gate } from './shell/Gate.tsx'
import './base.css'

// After an update of the server the page at hand asks for files that are gone: load the new page, once.
addEventListener('vite:preloadError', event => {
  // A fault inside a file that did come is a fault, and is shown as one.
  if (!/fetch|load|import/i.test(event.payload.message)) return
  const last = Number(sessionStorage.getItem('hengping.reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('hengping.reloaded', String(Date.now()))
  location.reload()
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Gate />
  </StrictMode>,
)
