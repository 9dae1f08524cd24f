export default function About() {
  return (
    <>
      <h1>About</h1>
      <p>Another page, to come to the boxes from without a new document.</p>
    </>
  );
}
