/** A wing in a climb. */
export const LogoIcon = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    width={28}
    height={28}
    role="img"
    aria-label="Airworthy"
  >
    <path d="M3 21 29 5 19 28l-4.5-7.5z" fill="#f2b134" />
    <path d="m3 21 11.5-.5L29 5z" fill="#ffe0a3" />
  </svg>
);
