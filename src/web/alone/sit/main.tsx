import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SitPage } from './SitPage.tsx'
import '../../base.css'
import './sit.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SitPage />
  </StrictMode>,
)
