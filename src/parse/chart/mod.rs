//! Placeholder.

/// Progress.
pub fn progress(done: usize, in_progress: usize, not_started: usize, stopped: usize) -> String {
    format!("<p>{done} {in_progress} {not_started} {stopped}</p>")
}

/// Over time.
pub fn progress_over_time(_: &[(String, [usize; 4])]) -> String {
    String::new()
}
