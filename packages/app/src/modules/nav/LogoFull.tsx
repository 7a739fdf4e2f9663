import { makeStyles } from '@material-ui/core/styles';
import { LogoIcon } from './LogoIcon';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    // The sidebar's link is as narrow as the closed sidebar.
    '& svg': { flex: 'none' },
  },
  name: { color: '#fff', fontSize: 20, fontWeight: 600, letterSpacing: 0.3 },
});

export const LogoFull = () => {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <LogoIcon />
      <span className={classes.name}>Airworthy</span>
    </span>
  );
};
